/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may still be unpacked. */
typedef struct
{
  guint n_entries;
  guint64 n_bytes;
  guint64 most_bytes;
} BvContainerBudget;

BvContainerBudget bv_container_budget_of_drop (void);
BvContainerBudget bv_container_budget_of_container (guint64 packed);
gboolean bv_container_budget_take_entry (BvContainerBudget *budget, GError **error);
gboolean bv_container_budget_take_bytes (BvContainerBudget *budget, guint64 length, GError **error);

G_END_DECLS
