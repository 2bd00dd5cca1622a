return {
    close = { en = "As planned", vi = "Theo kế hoạch" },
    late = { en = "A year late", vi = "Chậm một năm" },
    less = { en = "Money −%s", vi = "Kinh phí −%s" },
    dry = { en = "No plant", vi = "Không có nhà máy" },
    elsewhere = { en = "No ext., anywhere", vi = "Không mở, mọi cụm" },
    none = { en = "No extension", vi = "Không mở rộng" },
}
