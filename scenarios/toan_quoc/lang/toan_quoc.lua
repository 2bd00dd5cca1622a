return {
    name = { en = "Synthetic nation", vi = "Toàn quốc (số liệu giả lập)" },
    synthetic = {
        en = "SYNTHETIC: drawn by lot, seed %d; no real province, cluster or "
            .. "enterprise.",
        vi = "GIẢ LẬP: bốc thăm ngẫu nhiên, hạt giống %d; không phải tỉnh, cụm "
            .. "hay doanh nghiệp có thật.",
    },
    origin = { en = "synthetic, seed %d", vi = "giả lập, hạt giống %d" },
    sizes = {
        en = "%d provinces, %d clusters, %d enterprises, %d years",
        vi = "%d tỉnh, %d cụm, %d doanh nghiệp, %d năm",
    },
    province = { en = "province", vi = "tỉnh" },
    placed = { en = "placed", vi = "bố trí" },
    waiting = { en = "waiting", vi = "chờ" },
    land = { en = "land [ha]", vi = "đất [ha]" },
    sum = { en = "sum of the terms", vi = "tổng mục tiêu" },
    bound = { en = "bound", vi = "cận" },
    gap = { en = "gap [%%]", vi = "khoảng hở [%%]" },
    nation = { en = "nation", vi = "toàn quốc" },
    kept = { en = "kept in %s", vi = "lưu vào %s" },
}
