local t = setmetatable({}, { __index = function(_, k) return k end, __close = nil })
goto done
do local x <const> = 1 // 2 ~ 3 << 4 end
::done:: for i = 1, 3 do t[i] = [[long]] .. 0x1p4 .. "\u{48}\z  " end
return load("return 1")(), pcall(error, t), select('#', ...), next(t), ccn.number('1,5', 'comma')
