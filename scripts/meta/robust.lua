---@meta
-- luacheck: ignore
-- How sure an order is, for editors.

---Where something stays as it is; shares of all weights, 0 to 1.
---@class ccn.stay
---@field low number
---@field high number
---@field at_low string[]? Who stands before whom now, and ties at low
---@field at_high string[]?

---@class ccn.stability.weight
---@field name string Of the criterion
---@field criterion ccn.criterion
---@field weight number Its share now
---@field ranking ccn.stay
---@field winner ccn.stay
---@field top ccn.stay

---By number and by name of the criterion.
---@class ccn.stability: ccn.told
---@field exact boolean By a formula; else searched for
---@field [integer] ccn.stability.weight

---@class ccn.dethrone: ccn.told
---@field first string?
---@field who string? Who draws level; nil when nobody can
---@field moved number? Share of all weight; 0 for a tie
---@field weights table<integer|string, number>? The shares then

---@class ccn.acceptability.options
---@field samples integer? 10000 if not said
---@field seed integer? 1 if not said
---@field ranks integer? Count so many apart; all, or 20 of more than 200
---@field top integer? 3 if not said
---@field constraints ccn.acceptability.constraints?
---@field uncertain table<string, table<string, table>|fun(row: any): table?>?
---@field unknown "stated"|"interval"? Draw all that is not known

---@class ccn.acceptability.constraints
---@field around number? Each share within this part of what it is
---@field order string[]? Falling weights
---@field share table<string, number[]>? { from, to }
---@field ratio any[][]? { criterion, other, factor }

---@class ccn.acceptability.entry
---@field key string
---@field shares number[] By rank
---@field first number
---@field error number Standard error of first
---@field best number? Share within the best
---@field mean_rank number
---@field confidence number?
---@field centre table<string, number>? Central weights, by criterion

---By place in the order and by key.
---@class ccn.acceptability: ccn.told
---@field samples integer 0 when calculated
---@field exact boolean
---@field seed integer
---@field ranks integer
---@field by_rank ccn.told
---@field centres ccn.told
---@field [integer] ccn.acceptability.entry

---By number, { who =, by = }; by key, by whom.
---@class ccn.dominated: ccn.told
---@field [integer] { who: string, by: string }

---@class ccn.reversal
---@field kind "left out"|"copy"|"worse"
---@field who string
---@field turned integer Neighbours that changed places
---@field first_changed boolean
---@field pair string[]? Who stood before whom

---@class ccn.reversals: ccn.told
---@field trials integer
---@field [integer] ccn.reversal
