--- What the land ledger says.
return {
    title = { en = "Land %d–%d [ha]", vi = "Quỹ đất %d–%d [ha]" },
    cluster = { en = "cluster", vi = "cụm" },
    year = { en = "year", vi = "năm" },
    registered = { en = "registered", vi = "đăng ký" },
    reserved = { en = "reserved", vi = "dành quỹ" },
    cleared = { en = "cleared", vi = "đã GPMB" },
    serviced = { en = "serviced", vi = "có hạ tầng" },
    leased = { en = "leased", vi = "đã cho thuê" },
    moved = { en = "moved", vi = "chuyển đến" },
    free = { en = "free", vi = "còn trống" },
    overdraft = { en = "%s in %d: %s ha more than there are (%s)",
                  vi = "%s năm %d: vượt %s ha (%s)" },
    no_row = { en = "the ledger has no cluster '%s' in %s",
               vi = "sổ quỹ đất không có cụm '%s' năm %s" },
    no_years = { en = "years must be { first, last }",
                 vi = "years phải là { năm đầu, năm cuối }" },
    many_years = { en = "years %d to %d are more than %d",
                   vi = "từ năm %d đến %d là quá %d năm" },
    no_placement = { en = "placement must be what ccn.place gives",
                     vi = "placement phải là kết quả của ccn.place" },
    unknown = { en = "%s in %d: the land of %d who move there is not known; "
                    .. "what is free is at most that",
                vi = "%s năm %d: chưa biết đất của %d cơ sở chuyển đến; phần "
                    .. "còn trống là mức tối đa" },
}
