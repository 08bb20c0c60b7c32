/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Actions of which a test asks what they were about. */

gint64 action_fixture_find (BvLibrary *library,
                            gint64 campaign,
                            const BvEntity *entity,
                            gint64 owner,
                            const char *key);
void action_fixture_write_text (BvLibrary *library,
                                gint64 campaign,
                                const BvEntity *entity,
                                gint64 id,
                                gsize member);
void action_fixture_write_score (BvLibrary *library, gint64 campaign, gint64 nominee);

G_END_DECLS
