return {
    title = { en = "Trades: questions of group 7",
              vi = "Ngành nghề: câu hỏi của nhóm 7" },
    policy = {
        en = "Trades allowed are on record for %d clusters. Policy of this "
            .. "scenario: an unknown permission does not keep any of the %d "
            .. "out, and every trade that is not there yet is asked about.",
        vi = "Ngành nghề được phép: có số liệu của %d cụm. Chính sách của "
            .. "kịch bản: chưa rõ thì không loại cơ sở nào trong %d cơ sở, "
            .. "nhưng ngành chưa có ở nơi đến đều phải hỏi.",
    },
    present = {
        en = "%d work in a trade that Âu Lâu has (%s).",
        vi = "%d cơ sở thuộc ngành Âu Lâu đang có (%s).",
    },
    asked = {
        en = "%d do not; may they settle? %s. The ward and the department of "
            .. "agriculture and environment can say.",
        vi = "%d cơ sở thì không; có được bố trí không? %s. Phường và Sở Nông "
            .. "nghiệp và Môi trường trả lời được.",
    },
}
