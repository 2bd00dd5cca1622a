return { name = "example", version = "1", en = "Example", vi = "Ví dụ",
    { name = "workers", en = "Workers", vi = "Lao động", field = "workers",
      scale = { from = 0, to = 80 }, weight = 1, missing = "refuse" },
    { name = "land", value = function(e) return e.land_held end,
      scale = { points = { { 0, 0 }, { 5, 4 } } }, weight = 1,
      missing = "worst", ground = "ours" },
    { name = "type", field = "type", weight = 2, missing = "interval",
      scale = { values = { polluting = 3, needs_room = 2 }, other = 0 } } }
