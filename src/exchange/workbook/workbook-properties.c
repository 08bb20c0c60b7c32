/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/workbook/workbook-properties.h"

#include "exchange/workbook/cell-text.h"

#define PROPERTY_MAX 255 /* units of UTF-16 of a custom property */
#define CATEGORY "Thi đua, khen thưởng"

/* @encoded is the text as it is stored. */
static void
record_property (BvBook *book, const char *name, const char *encoded)
{
  g_autoptr (GString) text = g_string_new (encoded);

  bv_cell_text_decode (text);
  bv_book_record_add_property (book->record, name, text->str);
}

/**
 * bv_workbook_properties_add:
 * @book: a book
 * @name: what it is a property of, in ASCII
 * @text: (nullable): what is said; nothing is not added
 *
 * Adds a property of its own kind; what is longer than one can be ends in an ellipsis.
 */
void
bv_workbook_properties_add (BvBook *book, const char *name, const char *text)
{
  g_autofree char *encoded = NULL;

  if (text == NULL || *text == '\0')
    return;
  encoded = bv_cell_text_encode (text, PROPERTY_MAX, NULL);
  record_property (book, name, encoded != NULL ? encoded : text);
  bv_book_check (
    book, workbook_set_custom_property_string (book->workbook, name, encoded != NULL ? encoded : text));
}

/**
 * bv_workbook_properties_add_flag:
 * @book: a book
 * @name: what it is a property of, in ASCII
 * @flag: what is said
 */
void
bv_workbook_properties_add_flag (BvBook *book, const char *name, gboolean flag)
{
  record_property (book, name, flag ? "true" : "false");
  bv_book_check (book, workbook_set_custom_property_boolean (book->workbook, name, flag));
}

/* Properties are read as the texts of cells are. */
static char *
encode_property (BvBook *book, const char *name, const char *text)
{
  const char *said = text != NULL ? text : "";
  char *encoded = bv_cell_text_encode (said, BV_CELL_TEXT_MOST, NULL);

  if (encoded == NULL)
    encoded = g_strdup (said);
  record_property (book, name, encoded);
  return encoded;
}

/**
 * bv_workbook_properties_set:
 * @book: a book
 * @properties: what every workbook says of itself
 */
void
bv_workbook_properties_set (BvBook *book, const BvWorkbookProperties *properties)
{
  g_autofree char *title = encode_property (book, "dc:title", properties->title);
  g_autofree char *subject = encode_property (book, "dc:subject", properties->subject);
  g_autofree char *author = encode_property (book, "dc:creator", properties->author);
  g_autofree char *comments = encode_property (book, "dc:description", properties->comments);
  g_autofree char *category = encode_property (book, "cp:category", CATEGORY);
  g_autofree char *status = encode_property (book, "cp:contentStatus", properties->status);
  g_autofree char *company = encode_property (book, "Company", properties->company);
  lxw_doc_properties said = {
    .title = title,
    .subject = subject,
    .author = author,
    .company = company,
    .category = category,
    .comments = comments,
    .status = status,
  };

  bv_book_check (book, workbook_set_properties (book->workbook, &said));
}
