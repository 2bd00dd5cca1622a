/* Calculated fields of the model.  Each is none when what it rests on is. */
#ifndef CORE_MODEL_DERIVE_H
#define CORE_MODEL_DERIVE_H

#include "core/data/plan.h"

struct value derive_cluster_lon(const struct plan *plan, int row);
struct value derive_cluster_lat(const struct plan *plan, int row);
struct value derive_enterprise_lon(const struct plan *plan, int row);
struct value derive_enterprise_lat(const struct plan *plan, int row);

/* Leased / industrial land of the detailed plan, in % (Decree 32/2024/NĐ-CP
 * Art. 2.6). */
struct value derive_fill_rate(const struct plan *plan, int row);

/* Value / limit of an inspection. */
struct value derive_exceedance(const struct plan *plan, int row);

#endif
