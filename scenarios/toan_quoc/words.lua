--- Texts of the scenario in both languages.

return require "wording".of(require "lang.toan_quoc")
