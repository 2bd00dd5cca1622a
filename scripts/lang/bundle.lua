--- What is said of texts that are kept and run again.
return {
    damaged = { en = "%s: its script is not as it was kept",
                vi = "%s: kịch bản không còn như khi lưu" },
}
