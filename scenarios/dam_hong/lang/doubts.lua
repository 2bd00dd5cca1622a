return {
    title = { en = "Faults of the data", vi = "Mâu thuẫn trong số liệu" },
    count = {
        en = "%d contradictions and %d notes; `ccn check` lists them all. "
            .. "The ones that matter here:",
        vi = "%d mâu thuẫn và %d ghi chú; lệnh `ccn check` liệt kê đầy đủ. "
            .. "Những điểm liên quan ở đây:",
    },
}
