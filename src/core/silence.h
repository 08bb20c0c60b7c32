/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agreement.h"
#include "core/campaign.h"

G_BEGIN_DECLS

/* What was said of one kind of what looks like the same twice. */
typedef struct _BvSilence BvSilence;

BvSilence *bv_silence_new (const BvCampaign *campaign, BvSameKind kind);
void bv_silence_free (BvSilence *silence);
gboolean bv_silence_covers (const BvSilence *silence,
                            const BvAgreement *agreement,
                            const BvAgreementSet *set,
                            const char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSilence, bv_silence_free)

G_END_DECLS
