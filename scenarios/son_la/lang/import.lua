return {
    done = { en = "%s: %d units, %d clusters and parks, %d establishments",
             vi = "%s: %d đơn vị, %d cụm và khu công nghiệp, %d cơ sở" },
    group = {
        en = "%s is a group of establishments, not one: left out, because "
            .. "nobody knows how many or where",
        vi = "%s là một nhóm cơ sở, không phải một cơ sở: không nhập, vì chưa "
            .. "rõ bao nhiêu và ở đâu",
    },
    total = {
        en = "%s is a sum over clusters without names: left out",
        vi = "%s là số tổng của các cụm không nêu tên: không nhập",
    },
}
