local p <close> = ccn.new 'Town'
local c = p:add('cluster', { key = 'C1', total_area = 50, kind = 'CCN' })
p:add('enterprise', { key = 'E1', cluster = 'C1' })
for a in p:clusters() do print(a.key, a.total_area) end
local f = p:fork 'F'
f:cluster('C1').total_area = 60
print(#p:clusters():where { kind = 'CCN' }, f:changes())
