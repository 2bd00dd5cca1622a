--- report:findings(findings [, options]): what ccn.check found, errors first.
-- Options: name, title.

local wording = require "wording"

local say = wording.of(require "lang.report")

return function(report, findings, options)
    options = options or {}
    local rows = {}
    for i, finding in ipairs(findings) do
        rows[i] = { say(finding.severity), finding.title, finding.text,
                    table.concat(finding.sources, "; "), finding.id }
    end
    report:text(say("found", findings:count "error",
                    findings:count "warning", findings:count "note"))
    report:table { name = options.name or "findings", title = options.title,
                   columns = { say "severity", say "about", say "finding",
                               say "sources", say "rule" }, rows = rows }
end
