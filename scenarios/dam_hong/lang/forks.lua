return {
    close = { en = "As planned", vi = "Theo kế hoạch" },
    late = { en = "A year late", vi = "Chậm một năm" },
    less = { en = "Money −%s", vi = "Kinh phí −%s" },
    dry = { en = "No plant", vi = "Không có nhà máy" },
    elsewhere = { en = "No ext., anywhere", vi = "Không mở, mọi cụm" },
    none = { en = "No extension", vi = "Không mở rộng" },
    ["q:close"] = {
        en = "What if Âu Lâu opens 25 ha with a plant in 2027?",
        vi = "Nếu Âu Lâu mở 25 ha kèm nhà máy xử lý năm 2027?",
    },
    ["q:late"] = { en = "What if the extension opens a year late?",
                   vi = "Nếu phần mở rộng chậm một năm?" },
    ["q:less"] = { en = "What if the money is a fifth lower?",
                   vi = "Nếu kinh phí giảm một phần năm?" },
    ["q:dry"] = { en = "What if it opens without a wastewater plant?",
                  vi = "Nếu mở mà không có nhà máy xử lý nước thải?" },
    ["q:none"] = { en = "What if there is no extension?",
                   vi = "Nếu không mở rộng?" },
    ["q:elsewhere"] = {
        en = "What if there is no extension, but every cluster may be used?",
        vi = "Nếu không mở rộng nhưng được dùng mọi cụm?",
    },
}
