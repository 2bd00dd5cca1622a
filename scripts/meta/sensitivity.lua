---@meta
-- luacheck: ignore
-- What the runs of a sweep tell, for editors.  docs/sensitivity.md

---What ccn.sweep or ccn.results gave, or a plain table of runs; false marks a
---failed run.
---@class ccn.runs
---@field design { kind: string, n: integer?, seed: integer?, levels: integer?, candidates: integer?, second: boolean? }
---@field inputs table<string, number[]>
---@field outputs table<string, (number|false)[]>
---@field order string[]? Of the inputs; else that of their names

---A figure with its interval, nil where it is not known
---@class ccn.estimate
---@field value number?
---@field low number?
---@field high number?

---What every answer has.
---@class ccn.sensitivity: ccn.told
---@field kind string
---@field output string
---@field title string Of the output
---@field factors table By number and by name
---@field order integer[] Numbers of the factors, the strongest first
---@field steps integer[] Sizes of the sample that settling shows
---@field settling table[] Of each step, by name of the factor, the figures

---@class ccn.sobol.factor
---@field name string
---@field title string
---@field first ccn.estimate Share of the variance explained alone
---@field total ccn.estimate With all interplay

---@class ccn.sobol: ccn.sensitivity
---@field factors table<integer|string, ccn.sobol.factor>
---@field pairs { a: string, b: string, value: number, low: number?, high: number? }[]? The strongest first; of { "saltelli", second = true }
---@field mean number
---@field variance number
---@field blocks integer Used
---@field left_out integer Blocks with a failed run

---Sobol' indices of a sweep with the design "saltelli": first order by Saltelli
---et al. 2010 (Computer Physics Communications 181:259-270, table 2 b), total by
---Jansen (the same, f), pairs by Saltelli 2002 (ibid. 145:280-297); intervals
---by Poisson bootstrap (Hanley and MacGibbon 2006).  Blocks with a failed run
---are left out.  An error names the first run that is not as the design says.
---@param results ccn.results|ccn.runs
---@param output string? Needed when there are several
---@param options? { resamples: integer?, level: number?, seed: integer? }
---@return ccn.sobol
function ccn.sobol(results, output, options) end

---@class ccn.morris.factor
---@field name string
---@field title string
---@field mean ccn.estimate mu, in units of the output over the factor's range
---@field strength ccn.estimate mu*
---@field spread number? sigma
---@field used integer Effects

---@class ccn.morris: ccn.sensitivity
---@field factors table<integer|string, ccn.morris.factor>
---@field failed integer Runs

---Elementary effects of a sweep with the design "morris" (Morris 1991,
---Technometrics 33:161-174; mu*: Campolongo et al. 2007, Environmental
---Modelling & Software 22:1509-1518).
---@param results ccn.results|ccn.runs
---@param output string?
---@param options? { level: number? }
---@return ccn.morris
function ccn.morris(results, output, options) end

---@class ccn.pawn.factor
---@field name string
---@field title string
---@field median number Over the slices, 0 to 1
---@field mean number
---@field most number
---@field distances number[] Of each slice
---@field from number[] Least value of each slice
---@field matters boolean More than the dummy

---@class ccn.pawn: ccn.sensitivity
---@field factors table<integer|string, ccn.pawn.factor>
---@field dummy { median: number, mean: number, most: number } Of no influence
---@field runs integer Used
---@field failed integer

---Kolmogorov-Smirnov distances between slices of a factor and all runs (Pianosi
---and Wagener 2015, Environmental Modelling & Software 67:1-11; 2018,
---108:197-207), of any sweep.
---@param results ccn.results|ccn.runs
---@param output string?
---@param options? { slices: integer?, seed: integer? }
---@return ccn.pawn
function ccn.pawn(results, output, options) end

---@class ccn.regression.factor
---@field name string
---@field title string
---@field plain ccn.estimate Standardised coefficient
---@field ranked ccn.estimate The same of ranks

---@class ccn.regression: ccn.sensitivity
---@field factors table<integer|string, ccn.regression.factor>
---@field best "plain"|"ranked" Which fits better
---@field share number R² of plain
---@field ranked_share number R² of ranked
---@field runs integer Used
---@field failed integer

---Standardised regression coefficients, plain and of ranks (Iman and Conover
---1979, Technometrics 21:499-509), of any sweep.  An error names a factor that
---follows from others.
---@param results ccn.results|ccn.runs
---@param output string?
---@param options? { level: number? }
---@return ccn.regression
function ccn.regression(results, output, options) end

---@class ccn.tornado.factor
---@field name string
---@field title string
---@field base number
---@field low { input: number, output: number }
---@field high { input: number, output: number }
---@field swing number

---@class ccn.tornado: ccn.sensitivity
---@field factors table<integer|string, ccn.tornado.factor>
---@field base number
---@field failed integer

---How far an output goes one factor at a time, of a sweep with the design
---"one".
---@param results ccn.results|ccn.runs
---@param output string?
---@return ccn.tornado
function ccn.tornado(results, output) end

---@class ccn.prim.box
---@field count integer Runs
---@field sum number Successes
---@field density number sum / count
---@field coverage number Share of all successes
---@field mass number Share of all runs
---@field restricted integer Factors with a limit

---@class ccn.prim.limit
---@field name string
---@field title string
---@field low number? At least
---@field high number? At most
---@field from number The least that was tried
---@field to number The most
---@field chance number Quasi-p-value
---@field text string

---@class ccn.prim.options
---@field at_least number? Success: the output is at least this
---@field at_most number?
---@field success (fun(value: number): boolean)?
---@field alpha number? Peeled at once, 0.05 if not said
---@field least number? Share of all runs that a box keeps, 0.05 if not said
---@field box integer? Of the trajectory
---@field density number? The first box as dense
---@field paste boolean? true if not said

---@class ccn.prim: ccn.told
---@field box ccn.prim.box The chosen one, after pasting
---@field limits table<integer|string, ccn.prim.limit> The surest first, and by name
---@field boxes ccn.prim.box[] The peeling trajectory
---@field chosen integer
---@field trajectory ccn.told
---@field runs integer Used
---@field failed integer
---@field successes number

---The box of factor values in which an output is as wanted (Friedman and Fisher
---1999, Statistics and Computing 9:123-143; Bryant and Lempert 2010,
---Technological Forecasting and Social Change 77:34-49), of any sweep.
---@param results ccn.results|ccn.runs
---@param output string?
---@param options? ccn.prim.options
---@return ccn.prim
function ccn.prim(results, output, options) end

---@class ccn.robustness.plan
---@field plan string
---@field worst number
---@field best number
---@field hurwicz number
---@field mean number
---@field most_regret number
---@field mean_regret number
---@field satisfied number? Share of futures
---@field worst_future integer Where its regret is largest
---@field best_in integer Futures in which no plan is better
---@field regrets number[] In each future used

---@class ccn.robustness: ccn.told
---@field plans table<integer|string, ccn.robustness.plan>
---@field choices table<string, ccn.robustness.plan> Whom each measure prefers
---@field futures integer Used
---@field left_out integer
---@field used integer[] Numbers of the futures

---Maximin (Wald 1950), Hurwicz 1951, Laplace, minimax regret (Savage 1951),
---satisficing (Starr 1963) over plans and futures; or, with plan = the name of
---a factor, over the runs of a sweep.  A future in which a plan has no result is
---left out for all.
---@param given { plans: string[], values: number[][], title: string?, unit: string? }|ccn.results
---@param options? { plan: string?, output: string?, lower: boolean?, alpha: number?, at_least: number?, at_most: number? }
---@return ccn.robustness
function ccn.robustness(given, options) end
