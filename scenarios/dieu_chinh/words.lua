--- Texts of the scenario in both languages.

return require "wording".of(require "lang.dieu_chinh")
