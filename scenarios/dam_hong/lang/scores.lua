return {
    title = { en = "Order and scores", vi = "Thứ tự và điểm" },
    draft = {
        en = "The criteria are our draft (scripts/criteria/relocation.lua), "
            .. "not approved by anyone. They decide only who goes first when "
            .. "land is short.",
        vi = "Bộ tiêu chí là dự thảo của chúng tôi "
            .. "(scripts/criteria/relocation.lua), chưa ai phê duyệt. Chỉ "
            .. "dùng để biết ai đi trước khi thiếu đất.",
    },
    ties = {
        en = "The criteria decide little here: type, papers and operation "
            .. "are unknown for most, %d tie at the top and ties go by key. "
            .. "No order among them can be defended before the list of the "
            .. "seven groups is there.",
        vi = "Ở đây tiêu chí phân biệt được rất ít: loại hình, giấy tờ, hoạt "
            .. "động của đa số chưa rõ, %d cơ sở đồng hạng nhất và xếp theo "
            .. "mã. Chưa có danh sách bảy nhóm thì chưa thể bảo vệ thứ tự nào "
            .. "giữa các cơ sở này.",
    },
    modes = {
        en = "Placed in the strict order: %d; at best total: %d. The "
            .. "difference is the price of the order.",
        vi = "Bố trí theo đúng thứ tự: %d cơ sở; theo tổng tốt nhất: %d cơ "
            .. "sở. Chênh lệch là cái giá của việc giữ thứ tự.",
    },
}
