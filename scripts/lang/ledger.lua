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
}
