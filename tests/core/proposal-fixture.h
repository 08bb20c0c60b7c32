/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"

G_BEGIN_DECLS

/* A proposal with the whole campaign it is of: collectives `so`, collectives `xa` whose unit is under another
 * one, individuals `nguoi`; women go first. */
typedef struct
{
  BvCampaign *campaign;
  BvProposal *proposal;
} ProposalFixture;

void proposal_fixture_init (ProposalFixture *fixture, const char *const *quotas, const char *entrants);
void proposal_fixture_clear (ProposalFixture *fixture);
BvNominee *proposal_fixture_nominee (ProposalFixture *fixture, guint i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProposalFixture, proposal_fixture_clear)

G_END_DECLS
