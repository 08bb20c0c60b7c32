/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

typedef enum
{
  BV_EVIDENCE_PENDING,
  BV_EVIDENCE_ACCEPTED,
  BV_EVIDENCE_REJECTED,
} BvEvidenceState;

/**
 * BvEvidence:
 *
 * A document that proves assessments (tài liệu minh chứng). Its file lies in the vault under its SHA-256.
 */
typedef struct
{
  BvRecord record;
  char *key;
  char *file;
  char *sha256; /* 64 lower-case hex digits */
  gint64 bytes;
  char *number;
  gint64 issued;
  char *issuer;
  char *title;
  gint64 received;
  gint64 state; /* BvEvidenceState */
} BvEvidence;

extern const BvEntity bv_evidence_entity;
extern const BvChoice bv_evidence_states[];

const char *bv_evidence_choose_name (const char *number, const char *title, const char *file);
const char *bv_evidence_name (const BvEvidence *evidence);
char *bv_evidence_write_reference (const BvEvidence *evidence);

G_END_DECLS
