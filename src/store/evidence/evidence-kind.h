/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the content of a file may be; a set of them, as some begin alike. */
typedef enum
{
  BV_EVIDENCE_CONTENT_PDF = 1 << 0,
  BV_EVIDENCE_CONTENT_IMAGE = 1 << 1,
  BV_EVIDENCE_CONTENT_MEDIA = 1 << 2, /* sound and film */
  BV_EVIDENCE_CONTENT_OOXML = 1 << 3,
  BV_EVIDENCE_CONTENT_ODF = 1 << 4,
  BV_EVIDENCE_CONTENT_OLE = 1 << 5, /* the older office documents, and mails of Outlook */
  BV_EVIDENCE_CONTENT_RTF = 1 << 6,
  BV_EVIDENCE_CONTENT_TEXT = 1 << 7,
  BV_EVIDENCE_CONTENT_ARCHIVE = 1 << 8,
} BvEvidenceContent;

/* So much of a file is enough to tell what it is. */
#define BV_EVIDENCE_KIND_START 4096

BvEvidenceContent bv_evidence_kind_find_allowed (const char *name);
gboolean bv_evidence_kind_has_bytes (const char *bytes, gsize length, const char *text);
BvEvidenceContent bv_evidence_kind_find_content (const guint8 *start, gsize length);

G_END_DECLS
