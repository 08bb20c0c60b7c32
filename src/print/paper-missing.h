/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/missing.h"
#include "print/document.h"

G_BEGIN_DECLS

BvDocument *bv_paper_missing_new_of_unit (const BvMissing *missing, const BvMissingUnit *owing);

G_END_DECLS
