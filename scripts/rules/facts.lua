--- The facts that rules ask for: what each is called, and what settles it.
--
-- A case (rules/case.lua) has a value for each fact, or none when it is not
-- known.  A fact of a pack of one's own is named by the pack:
-- facts = { x_belt = { en =, vi =, settled = { en =, vi = } } }.

return {
    area = {
        en = "area", vi = "diện tích",
        settled = { en = "the detailed plan", vi = "quy hoạch chi tiết" },
    },
    area_after = {
        en = "area after the extension", vi = "diện tích sau mở rộng",
        settled = { en = "the area of the extension that is asked for",
                    vi = "diện tích đề nghị mở rộng" },
    },
    industrial_area = {
        en = "industrial land", vi = "đất công nghiệp",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    leased = {
        en = "leased land", vi = "đất đã cho thuê",
        settled = { en = "the developer's half-yearly report (form 02)",
                    vi = "báo cáo 6 tháng của chủ đầu tư (mẫu 02)" },
    },
    fill = {
        en = "fill rate", vi = "tỷ lệ lấp đầy",
        settled = { en = "leased land and industrial land",
                    vi = "đất đã cho thuê và đất công nghiệp" },
    },
    demand = {
        en = "demand for land", vi = "nhu cầu thuê đất",
        settled = { en = "the requests for land, in ha",
                    vi = "các đề nghị thuê đất, tính bằng ha" },
    },
    infrastructure = {
        en = "essential infrastructure in use",
        vi = "hạ tầng kỹ thuật thiết yếu đã vận hành",
        settled = {
            en = "acceptance of roads, water, wastewater collection and "
                .. "treatment",
            vi = "nghiệm thu đường, cấp nước, thu gom và xử lý nước thải",
        },
    },
    formed_on = {
        en = "day of forming", vi = "ngày hình thành",
        settled = {
            en = "the first decision on the cluster or on its detailed plan",
            vi = "quyết định đầu tiên về cụm hoặc về quy hoạch chi tiết",
        },
    },
    decision = {
        en = "establishment decision", vi = "quyết định thành lập",
        settled = { en = "the decision of the province",
                    vi = "quyết định của UBND tỉnh" },
    },
    in_list = {
        en = "in the list of the provincial plan",
        vi = "có trong danh mục của quy hoạch tỉnh",
        settled = { en = "the list of clusters of the provincial plan",
                    vi = "danh mục CCN trong quy hoạch tỉnh" },
    },
    in_land_use_plan = {
        en = "in the land-use plan", vi = "có trong kế hoạch sử dụng đất",
        settled = { en = "the land-use plan of the year",
                    vi = "kế hoạch sử dụng đất hằng năm" },
    },
    developer = {
        en = "capable developer who asks",
        vi = "pháp nhân đủ năng lực đề nghị làm chủ đầu tư",
        settled = { en = "the developer's request and proof of capacity",
                    vi = "văn bản đề nghị và hồ sơ năng lực chủ đầu tư" },
    },
    mountain_or_craft = {
        en = "mountain district or craft village",
        vi = "thuộc huyện miền núi hoặc cụm làng nghề",
        settled = { en = "the list of mountain districts; the kind of cluster",
                    vi = "danh sách huyện miền núi; loại cụm" },
    },
    established_there = {
        en = "established clusters there", vi = "CCN đã thành lập trên địa bàn",
        settled = { en = "which clusters of the unit are established",
                    vi = "các CCN đã thành lập trên địa bàn" },
    },
    fill_there = {
        en = "average fill rate there", vi = "tỷ lệ lấp đầy trung bình tại đó",
        settled = { en = "industrial and leased land of each of them",
                    vi = "đất công nghiệp và đất đã cho thuê của từng cụm" },
    },
    unleased_there = {
        en = "unleased industrial land there",
        vi = "đất công nghiệp chưa cho thuê tại đó",
        settled = { en = "industrial and leased land of each of them",
                    vi = "đất công nghiệp và đất đã cho thuê của từng cụm" },
    },
    unit = {
        en = "unit of aggregation", vi = "đơn vị để tính bình quân",
        settled = {
            en = "which communes made up the district on that day",
            vi = "huyện gồm những xã nào vào ngày đó",
        },
    },
    reading = {
        en = "how a cluster in two communes is counted",
        vi = "cách tính cụm nằm trên hai xã",
        settled = { en = "guidance of the ministry, or the decision of the "
                        .. "province",
                    vi = "hướng dẫn của Bộ, hoặc quyết định của UBND tỉnh" },
    },
    plant = {
        en = "central wastewater plant in use",
        vi = "nhà máy xử lý nước thải tập trung đang hoạt động",
        settled = { en = "the environmental permit",
                    vi = "giấy phép môi trường" },
    },
    flow = {
        en = "wastewater of the cluster", vi = "tổng lượng nước thải của cụm",
        settled = { en = "metered or permitted flows of all tenants",
                    vi = "lưu lượng đo hoặc cấp phép của mọi cơ sở" },
    },
    worked_on = {
        en = "day operation began", vi = "ngày bắt đầu hoạt động",
        settled = { en = "the first tenant's start of operation",
                    vi = "ngày cơ sở đầu tiên hoạt động" },
    },
    tenants_treat = {
        en = "each tenant treats its wastewater to standard",
        vi = "từng cơ sở tự xử lý nước thải đạt quy chuẩn",
        settled = { en = "permits and inspections of the tenants",
                    vi = "giấy phép và kết quả kiểm tra của từng cơ sở" },
    },
    being_built = {
        en = "projects being built", vi = "dự án đang triển khai",
        settled = { en = "the list of projects", vi = "danh sách dự án" },
    },
    industry_share = {
        en = "factory land", vi = "đất nhà máy",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    road_share = {
        en = "roads", vi = "đất giao thông",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    green_share = {
        en = "green land", vi = "đất cây xanh",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    technical_share = {
        en = "technical areas", vi = "đất hạ tầng kỹ thuật",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    service_share = {
        en = "services", vi = "đất dịch vụ",
        settled = { en = "the land-use table of the detailed plan",
                    vi = "bảng cân bằng đất của quy hoạch chi tiết" },
    },
    plant_capacity = {
        en = "capacity of the wastewater plant",
        vi = "công suất nhà máy xử lý nước thải",
        settled = { en = "the design of the plant", vi = "thiết kế nhà máy" },
    },
    plant_distance = {
        en = "distance from plant to housing",
        vi = "khoảng cách từ nhà máy XLNT đến nhà ở",
        settled = { en = "a survey of the nearest house, in m",
                    vi = "đo đến nhà ở gần nhất, tính bằng m" },
    },
    plant_enclosed = {
        en = "plant enclosed, with odour treatment",
        vi = "công trình kín, có xử lý mùi",
        settled = { en = "the design of the plant", vi = "thiết kế nhà máy" },
    },
    upwind = {
        en = "plant upstream or upwind of housing",
        vi = "nhà máy ở đầu nguồn nước hoặc đầu hướng gió",
        settled = { en = "the site plan with the main wind",
                    vi = "mặt bằng có hướng gió chủ đạo" },
    },
    green_belt = {
        en = "width of the green belt", vi = "bề rộng dải cây xanh cách ly",
        settled = { en = "the detailed plan", vi = "quy hoạch chi tiết" },
    },
    high_tech_or_eco = {
        en = "high-tech or eco cluster",
        vi = "CCN công nghệ cao hoặc sinh thái",
    },
    cluster_type = {
        en = "type of the cluster", vi = "loại cụm",
        settled = { en = "the establishment decision",
                    vi = "quyết định thành lập" },
    },
    craft_share = {
        en = "industrial land for the craft village",
        vi = "đất công nghiệp dành cho làng nghề",
        settled = { en = "the tenants' trades and land",
                    vi = "ngành nghề và diện tích của các cơ sở" },
    },
    same_trade_share = {
        en = "industrial land of one trade and its suppliers",
        vi = "đất công nghiệp cùng ngành, hỗ trợ ngành",
        settled = { en = "the tenants' trades and land",
                    vi = "ngành nghề và diện tích của các cơ sở" },
    },
    supporting_share = {
        en = "industrial land of supporting industry",
        vi = "đất công nghiệp hỗ trợ",
        settled = { en = "the tenants' trades and land",
                    vi = "ngành nghề và diện tích của các cơ sở" },
    },
    high_tech_share = {
        en = "industrial land of high technology",
        vi = "đất công nghiệp công nghệ cao",
        settled = { en = "the tenants' trades and land",
                    vi = "ngành nghề và diện tích của các cơ sở" },
    },
}
