return {
    question = {
        en = "Which projects at clusters can be finished when, with the money "
            .. "allotted for 2026–2030?",
        vi = "Với vốn đã giao 2026–2030, dự án nào ở các cụm xong được năm "
            .. "nào?" },
    title = { en = "Phases of the clusters of Lào Cai by their money",
              vi = "Phân kỳ đầu tư các cụm công nghiệp Lào Cai theo nguồn "
                  .. "vốn" },
    section = { en = "Projects", vi = "Dự án" },
    finished = { en = "projects finished, for each year after",
                 vi = "dự án hoàn thành, tính cho mỗi năm về sau" },
    unit = { en = "projects x years", vi = "dự án x năm" },
    answer = { en = "%d of %d can be finished; %s VND are allotted, %s VND "
                   .. "are needed to finish them all.",
               vi = "Xong được %d trong %d; đã giao %s đồng, cần %s đồng để "
                   .. "xong tất cả." },
    pooled = { en = "Counted as if money allotted to one project could pay for "
                   .. "another of these; the decisions allot it project by "
                   .. "project.",
               vi = "Tính như thể vốn giao cho dự án này có thể chi cho dự án "
                   .. "khác trong danh sách; quyết định giao theo từng dự "
                  .. "án." },
    blank = { en = "The sources do not say how the money falls to the years "
                  .. "(here: evenly) nor how long works take (here: one "
                  .. "year).",
              vi = "Tài liệu không nêu vốn chia theo năm (ở đây chia đều) và "
                  .. "thời gian thi công (ở đây một năm)." },
    no_money = { en = "%s (%s VND) has no money allotted in these lines.",
                 vi = "%s (%s đồng) chưa được giao vốn trong các dòng này." },
}
