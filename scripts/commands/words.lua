--- Calls a function that looks at words of the command line: what goes wrong is
-- wrong usage, exit code 2.
--
--     words(plan.fields, plan, ccn.args.table)

return function(call, ...)
    local good, why = pcall(call, ...)
    if not good then
        ccn.engine.usage(why)
    end
    return why
end
