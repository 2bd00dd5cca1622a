--- What ccn doctor says.
return {
    what = { en = "what", vi = "thành phần" },
    state = { en = "state", vi = "tình trạng" },
    means = { en = "which means", vi = "nghĩa là" },
    loads = { en = "loads", vi = "dùng được" },
    ["is missing"] = { en = "is missing", vi = "thiếu" },
    ["does not load"] = { en = "does not load", vi = "không nạp được" },
    cbc = { en = "solver CBC", vi = "bộ giải CBC" },
    edit = { en = "line editor", vi = "soạn dòng lệnh" },
    xlsx = { en = "Excel files", vi = "tệp Excel" },
    mpi = { en = "sweeps over machines", vi = "quét trên nhiều máy" },
    charts = { en = "charts", vi = "biểu đồ" },
    ["without cbc"] = {
        en = "no placing with mode = \"best\"; install coinor-libcbc-dev and "
            .. "run make again",
        vi = "không bố trí được với mode = \"best\"; cài coinor-libcbc-dev "
            .. "rồi chạy lại make",
    },
    ["without mpi"] = {
        en = "ccn sweep runs on this machine alone; install libopenmpi-dev "
            .. "and run make again",
        vi = "ccn sweep chỉ chạy trên máy này; cài libopenmpi-dev rồi chạy "
            .. "lại make",
    },
    ["without xlsx"] = {
        en = "forms are saved as .csv or .html; install libxlsxwriter-dev and "
            .. "run make again",
        vi = "biểu mẫu được lưu dạng .csv hoặc .html; cài libxlsxwriter-dev "
            .. "rồi chạy lại make",
    },
    ["without edit"] = {
        en = "ccn repl takes plain lines; install libedit-dev and run make "
            .. "again",
        vi = "ccn repl chỉ nhận dòng thường; cài libedit-dev rồi chạy lại "
            .. "make",
    },
    ["without charts"] = {
        en = "reports have their numbers and no charts; install npm and run "
            .. "make again",
        vi = "báo cáo có số liệu nhưng không có biểu đồ; cài npm rồi chạy lại "
            .. "make",
    },
    walls = { en = "walls of scripts", vi = "rào chắn kịch bản" },
    raised = { en = "Landlock, seccomp, limits",
               vi = "Landlock, seccomp, hạn mức" },
    ["no wall"] = { en = "no %s", vi = "không có %s" },
    ["without walls"] = {
        en = "a script of your own needs --trust; run none of others",
        vi = "kịch bản của chính mình cần --trust; đừng chạy kịch bản của "
            .. "người khác",
    },
    language = { en = "language", vi = "ngôn ngữ" },
    ["by locale"] = { en = "locale %s; --lang vi or --lang en chooses",
                      vi = "locale %s; chọn bằng --lang vi hoặc --lang en" },
    letters = { en = "letters", vi = "bảng mã" },
    ["not UTF-8"] = { en = "not UTF-8", vi = "không phải UTF-8" },
    ["letters hint"] = {
        en = "Vietnamese may look broken; try LANG=C.UTF-8",
        vi = "tiếng Việt có thể hiện sai; thử LANG=C.UTF-8",
    },
    scripts = { en = "scripts", vi = "kịch bản kèm theo" },
    history = { en = "history of the prompt", vi = "lịch sử dòng lệnh" },
    none = { en = "none", vi = "không có" },
    ["no history"] = {
        en = "no folder for it can be written; the prompt works without",
        vi = "không có thư mục ghi được; dòng lệnh vẫn dùng được",
    },
    plan = { en = "%s: plan '%s', well formed", vi = "%s: quy hoạch '%s', tệp "
        .. "lành lặn" },
    ["plan broken"] = { en = "%s: does not open: %s",
                        vi = "%s: không mở được: %s" },
    table = { en = "table", vi = "bảng" },
    rows = { en = "rows", vi = "số dòng" },
    ["own fields"] = { en = "fields of its own", vi = "trường tự đặt" },
    kept = { en = "%d {scenario is|scenarios are} kept: %s",
             vi = "có %d kịch bản lưu: %s" },
    ["kept none"] = { en = "no scenario is kept",
                      vi = "chưa lưu kịch bản nào" },
    broken = { en = "broken: %d", vi = "hỏng: %d" },
}
