--- What a plan is worth: terms and weights of our draft, approved by nobody.
-- Years are the measure; every other weight says how many of them one unit is
-- worth.

local OURS = { en = "our draft, approved by nobody",
               vi = "dự thảo của chúng tôi, chưa ai phê duyệt" }

local worth = {}

--- Size of change: another year is announced anew; another cluster needs new
-- land papers as well, and who has no place any more needs a new plan.
worth.size = { year = 1, place = 2, out = 2 }

--- Years of waiting that a change of size 1 has to gain.
worth.tax = 0.5

local HALF = 0.5

--- Terms for an order of ccn.rank and the cluster that the scheme names: a year
-- of who has the most points counts in full, of who has none half.
function worth.terms(order, target)
    local points, top = {}, 0
    for entry in order do
        points[entry.key] = entry.score
        top = math.max(top, entry.score)
    end
    local function priority(row)
        return HALF + (top > 0 and (1 - HALF) * points[row.key] / top or 0)
    end
    return {
        { kind = "wait", weight = 1, value = priority, note = OURS,
          en = "years waited, by points", vi = "số năm chờ, theo điểm" },
        { kind = "place", weight = 0.4, note = OURS,
          unit = { en = "enterprises", vi = "cơ sở" },
          en = "not in the cluster of the scheme",
          vi = "không ở cụm theo đề án",
          value = function(_, cluster)
              return cluster.key == target and 0 or 1
          end },
        { kind = "moving_cost", weight = 0.05, note = OURS },
        { kind = "works", weight = 0.01, note = OURS },
        { kind = "money_missing", weight = 0.01, note = OURS },
    }
end

return worth
