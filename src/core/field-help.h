/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* What people are told of a field while they fill it in: what it does, and what it may be. */

char *bv_field_help_write (const BvEntity *entity, const BvField *field);

G_END_DECLS
