/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/folio/folio-error.h"

G_BEGIN_DECLS

/* Width and height, in points. */
typedef struct
{
  double width;
  double height;
} BvFolioSize;

/* A page as a picture: rows of pixels as Cairo has them (ARGB32), without gaps. */
typedef struct
{
  GBytes *pixels;
  guint width;
  guint height;
  guint asked; /* the width that was asked for */
} BvFolioPicture;

/* Where a letter stands on its page, in points from above and the left. */
typedef struct
{
  float left;
  float top;
  float right;
  float bottom;
} BvFolioBox;

/**
 * BvFolioSink:
 *
 * What is told, in the main loop; it may ask for more there, but not close the reader.
 */
typedef struct
{
  void (*opened) (gpointer data, const BvFolioSize *sizes, guint n_pages);
  void (*picture) (gpointer data, guint page, const BvFolioPicture *picture);
  void (*text) (gpointer data, guint page, const char *text, const BvFolioBox *boxes, guint n_boxes);
  /* @page: whose picture or text it is; -1: the document */
  void (*failed) (gpointer data, int page, const GError *error);
} BvFolioSink;

/**
 * BvFolioReader:
 *
 * A document from outside, drawn by a process of its own.
 */
typedef struct _BvPageReader BvFolioReader;

BvFolioReader *bv_folio_reader_open (const char *path, const BvFolioSink *sink, gpointer data);
void bv_folio_reader_close (BvFolioReader *reader);
void bv_folio_reader_ask_picture (BvFolioReader *reader, guint page, guint width);
void bv_folio_reader_ask_text (BvFolioReader *reader, guint page);
void bv_folio_reader_drop_requests (BvFolioReader *reader);
/* For tests: what the system calls the process; NULL where none runs. */
const char *bv_folio_reader_get_process (BvFolioReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFolioReader, bv_folio_reader_close)

G_END_DECLS
