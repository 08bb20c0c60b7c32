/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/page/page-error.h"

G_BEGIN_DECLS

/* Width and height, in points. */
typedef struct
{
  double width;
  double height;
} BvPageSize;

/* A page as a picture: rows of pixels as Cairo has them (ARGB32), without gaps. */
typedef struct
{
  GBytes *pixels;
  guint width;
  guint height;
  guint asked; /* the width that was asked for */
} BvPagePicture;

/* Where a letter stands on its page, in points from above and the left. */
typedef struct
{
  float left;
  float top;
  float right;
  float bottom;
} BvPageBox;

/**
 * BvPageSink:
 *
 * What is told, in the main loop; it may ask for more there, but not close the reader.
 */
typedef struct
{
  void (*opened) (gpointer data, const BvPageSize *sizes, guint n_pages);
  void (*picture) (gpointer data, guint page, const BvPagePicture *picture);
  void (*text) (gpointer data, guint page, const char *text, const BvPageBox *boxes, guint n_boxes);
  /* @page: whose picture or text it is; -1: the document */
  void (*failed) (gpointer data, int page, const GError *error);
} BvPageSink;

/**
 * BvPageReader:
 *
 * A document from outside, drawn by a process of its own.
 */
typedef struct _BvPageReader BvPageReader;

BvPageReader *bv_page_reader_open (const char *path, const BvPageSink *sink, gpointer data);
void bv_page_reader_close (BvPageReader *reader);
void bv_page_reader_ask_picture (BvPageReader *reader, guint page, guint width);
void bv_page_reader_ask_text (BvPageReader *reader, guint page);
void bv_page_reader_drop_requests (BvPageReader *reader);
/* For tests: what the system calls the process; NULL where none runs. */
const char *bv_page_reader_get_process (BvPageReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvPageReader, bv_page_reader_close)

G_END_DECLS
