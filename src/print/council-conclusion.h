/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/council-form.h"

G_BEGIN_DECLS

void bv_council_conclusion_add (BvSection *section, const BvCouncilForm *form);

G_END_DECLS
