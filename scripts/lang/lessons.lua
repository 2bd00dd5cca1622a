--- What the lesson sheet says.
return {
    title = { en = "Lesson sheet: planned and measured",
              vi = "Phiếu rút kinh nghiệm: kế hoạch và thực hiện" },
    phase = { en = "phase", vi = "giai đoạn" },
    work = { en = "work", vi = "công việc" },
    planned = { en = "planned [VND]", vi = "kế hoạch [đồng]" },
    spent = { en = "spent [VND]", vi = "thực hiện [đồng]" },
    years = { en = "planned [years]", vi = "kế hoạch [năm]" },
    took = { en = "took [years]", vi = "thực hiện [năm]" },
    source = { en = "source", vi = "căn cứ" },
    cost_of = { en = "the cost of '%s'", vi = "kinh phí của '%s'" },
    not_above_0 = { en = "%s: %s must be above 0, got %s",
                    vi = "%s: %s phải lớn hơn 0, nhận được %s" },
    no_source = { en = "%s: say where it was measured, source =",
                  vi = "%s: phải nêu căn cứ của số liệu thực hiện, source =" },
    both_sizes = { en = "%s: size (planned) and built go together",
                   vi = "%s: size (theo kế hoạch) và built (thực hiện) phải đi "
                       .. "cùng nhau" },
}
