/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/seal-check.h"

G_BEGIN_DECLS

BvSealingFacts bv_seal_facts_read (BvSession *session);

G_END_DECLS
