--- Texts of the scenario in both languages; say = require "words" "import".

local wording = require "wording"

return function(part)
    return wording.of(require("lang." .. part))
end
