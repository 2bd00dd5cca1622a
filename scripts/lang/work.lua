--- What is said of the limits of work.
return {
    bad_seconds = { en = "seconds must be from 0, got %s",
                    vi = "seconds phải từ 0 trở lên, nhận được %s" },
    bad_steps = { en = "steps must be a whole number from 1, got %s",
                  vi = "steps phải là số nguyên từ 1 trở lên, nhận được %s" },
    bad_gap = { en = "gap must be a share from 0 to less than 1, such as 0.01 "
                    .. "for one per cent, got %s",
                vi = "gap phải là một tỷ lệ từ 0 đến dưới 1, ví dụ 0.01 là một "
                    .. "phần trăm, nhận được %s" },
    bad_threads = { en = "threads must be from 1, got %s",
                    vi = "threads phải từ 1 trở lên, nhận được %s" },
}
