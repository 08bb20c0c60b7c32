/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/document.h"
#include "print/fonts.h"

G_BEGIN_DECLS

/* The parts of a .docx as XML. Lengths in it are twentieths of a point. */

#define BV_DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define BV_DOCX_MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define BV_DOCX_LINKS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define BV_DOCX_NAMESPACES "xmlns:w=\"" BV_DOCX_MAIN "\" xmlns:r=\"" BV_DOCX_LINKS "\""

/* The header of the first page of a section, and of the others. */
#define BV_DOCX_LINK_FIRST "rId1"
#define BV_DOCX_LINK_OTHER "rId2"

/* In points: of a paragraph that must be there and says nothing. */
#define BV_DOCX_SMALLEST 1.0

int bv_docx_twips (double points);
double bv_docx_number_top (BvFonts *fonts);
void bv_docx_append_text (GString *xml, const char *text);
void bv_docx_append_space (GString *xml, double height, gboolean keep, const char *section);

const char *bv_docx_align_name (BvAlign align);
const char *bv_docx_style_name (BvStyleId style);
gboolean *bv_docx_find_kept (const BvSection *section);
char *bv_docx_write_styles (void);
char *bv_docx_write_header (const BvDocument *document, gboolean numbered);
char *bv_docx_write_body (const BvDocument *document);

G_END_DECLS
