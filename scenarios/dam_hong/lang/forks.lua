return {
    close = { en = "As planned", vi = "Theo kế hoạch" },
    late = { en = "A year late", vi = "Chậm một năm" },
    less = { en = "Money −%s", vi = "Kinh phí −%s" },
    none = { en = "No extension", vi = "Không mở rộng" },
}
