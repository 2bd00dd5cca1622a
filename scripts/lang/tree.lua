--- What criteria inside of criteria, and classes, say.
return {
    no_option = {
        en = "criterion '%s' has parts; only they can have '%s'",
        vi = "tiêu chí '%s' gồm các tiêu chí con; chỉ chúng mới có '%s'",
    },
    no_weight = { en = "criterion '%s': it needs a weight of 0 or more",
                  vi = "tiêu chí '%s': cần trọng số từ 0 trở lên" },
    no_weights = {
        en = "criterion '%s': the weights of its parts add up to nothing",
        vi = "tiêu chí '%s': tổng trọng số của các tiêu chí con bằng không",
    },
    too_deep = { en = "criterion '%s' is too deep inside of others",
                 vi = "tiêu chí '%s' nằm quá nhiều cấp" },
    twice = { en = "there are two criteria '%s'",
              vi = "có hai tiêu chí cùng tên '%s'" },
    left_out = {
        en = "unknown values are left out, so a group has no worth of its own",
        vi = "có giá trị chưa biết bị bỏ qua nên nhóm tiêu chí không có giá "
            .. "trị riêng",
    },
    only_sum = { en = "only a weighted sum has groups",
                 vi = "chỉ tổng có trọng số mới có nhóm tiêu chí" },
    -- Classes
    classes = { en = "Classes by score:", vi = "Phân loại theo điểm:" },
    class = { en = "class", vi = "loại" },
    from = { en = "from score", vi = "từ điểm" },
    count = { en = "entries", vi = "số đối tượng" },
    certain = { en = "of these certain", vi = "trong đó chắc chắn" },
    who = { en = "who", vi = "đối tượng" },
    no_class = {
        en = "class %d must be { name, from = score }, the best first, each "
            .. "name once; the last has no from",
        vi = "loại %d phải là { tên, from = điểm }, loại tốt nhất đứng đầu, "
            .. "mỗi tên một lần; loại cuối không có from",
    },
}
