/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/template/template-text.h"

G_BEGIN_DECLS

guint bv_appointments_fill (const BvTemplateText *text, BvCampaign *campaign);

G_END_DECLS
