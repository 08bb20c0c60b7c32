/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/form-answers.h"

G_BEGIN_DECLS

/* Room-private: values of which something else is said elsewhere. Which holds is asked. */

void bv_form_conflict_settle (const BvFormAnswers *answers, BvPlannedValue *value);

G_END_DECLS
