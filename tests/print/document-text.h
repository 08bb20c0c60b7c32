/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"

G_BEGIN_DECLS

char *document_text_read_section (const BvDocument *document, guint index);

G_END_DECLS
