/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/criterion.h"

G_BEGIN_DECLS

/* Some criteria of a tree, with the sections that they stand in. */

GPtrArray *bv_criterion_choice_copy (const GPtrArray *criteria, GHashTable *left_out);

G_END_DECLS
