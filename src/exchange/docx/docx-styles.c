/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-parts.h"

#include <math.h>

/* In Word's list of styles, in the words of the decree; the first is what their files call it. */
static const struct
{
  const char *id;
  const char *title;
} names[BV_N_STYLES] = {
  [BV_STYLE_NATION] = { "QuocHieu", "Quốc hiệu" },
  [BV_STYLE_MOTTO] = { "TieuNgu", "Tiêu ngữ" },
  [BV_STYLE_PARENT] = { "CoQuanChuQuan", "Cơ quan chủ quản" },
  [BV_STYLE_ORGAN] = { "CoQuanBanHanh", "Cơ quan ban hành" },
  [BV_STYLE_NUMBER] = { "SoKyHieu", "Số, ký hiệu" },
  [BV_STYLE_PLACE_DATE] = { "DiaDanhNgay", "Địa danh, ngày tháng" },
  [BV_STYLE_TITLE] = { "TenLoai", "Tên loại văn bản" },
  [BV_STYLE_SUBJECT] = { "TrichYeu", "Trích yếu" },
  [BV_STYLE_ANNEX] = { "PhuLuc", "Phụ lục" },
  [BV_STYLE_ATTACHED] = { "KemTheo", "Kèm theo" },
  [BV_STYLE_ADDRESSEE] = { "KinhGui", "Kính gửi" },
  [BV_STYLE_ADDRESSEES_HEAD] = { "KinhGuiNhieu", "Kính gửi (nhiều nơi)" },
  [BV_STYLE_ADDRESSEES] = { "NoiKinhGui", "Nơi kính gửi" },
  [BV_STYLE_BASIS] = { "CanCu", "Căn cứ" },
  [BV_STYLE_BODY] = { "NoiDung", "Nội dung" },
  [BV_STYLE_HEADING] = { "DeMuc", "Đề mục" },
  [BV_STYLE_PLAIN] = { "DongMau", "Dòng của mẫu" },
  [BV_STYLE_NOTE] = { "ChuThich", "Chú thích" },
  [BV_STYLE_CLOSING] = { "KetThuc", "Kết thúc danh sách" },
  [BV_STYLE_SIGNER_TITLE] = { "ChucVuNguoiKy", "Chức vụ người ký" },
  [BV_STYLE_SIGNER] = { "NguoiKy", "Người ký" },
  [BV_STYLE_SIGNER_HINT] = { "GhiChuKy", "Ghi chú ký" },
  [BV_STYLE_RECIPIENTS_HEAD] = { "NoiNhan", "Nơi nhận" },
  [BV_STYLE_RECIPIENTS] = { "DanhSachNoiNhan", "Danh sách nơi nhận" },
  [BV_STYLE_CELL_HEAD] = { "DauBang", "Đầu bảng" },
  [BV_STYLE_CELL] = { "OBang", "Ô bảng" },
  [BV_STYLE_CELL_STRONG] = { "OBangDam", "Ô bảng đậm" },
  [BV_STYLE_DENSE_CELL_HEAD] = { "DauBangNho", "Đầu bảng nhỏ" },
  [BV_STYLE_DENSE_CELL] = { "OBangNho", "Ô bảng nhỏ" },
  [BV_STYLE_DENSE_CELL_STRONG] = { "OBangNhoDam", "Ô bảng nhỏ đậm" },
  [BV_STYLE_PAGE_NUMBER] = { "SoTrang", "Số trang" },
  [BV_STYLE_DRAFT] = { "DuThao", "Dự thảo" },
};

static const char *const aligns[] = {
  [BV_ALIGN_LEFT] = "left",
  [BV_ALIGN_CENTER] = "center",
  [BV_ALIGN_RIGHT] = "right",
  [BV_ALIGN_JUSTIFY] = "both",
};

/**
 * bv_docx_twips:
 * @points: a length in points
 *
 * Returns: the same in twentieths of a point
 */
int
bv_docx_twips (double points)
{
  return lround (points * 20);
}

/**
 * bv_docx_align_name:
 * @align: how text stands
 *
 * Returns: the word of the format for it
 */
const char *
bv_docx_align_name (BvAlign align)
{
  return aligns[align];
}

/* What XML 1.0 cannot hold, not even escaped, is left out. */
static gboolean
is_writable (gunichar c)
{
  return c >= 0x20 && c != 0xfffe && c != 0xffff;
}

/**
 * bv_docx_append_text:
 * @xml: where it goes
 * @text: UTF-8
 *
 * Appends @text as XML spells it.
 */
void
bv_docx_append_text (GString *xml, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      case '\t':
        g_string_append_c (xml, ' ');
        break;
      default:
        if (is_writable (g_utf8_get_char (p)))
          g_string_append_len (xml, p, g_utf8_next_char (p) - p);
      }
}

/**
 * bv_docx_append_space:
 * @xml: where it goes
 * @height: in points
 * @keep: whether no page ends behind it
 * @section: the properties of the section that it ends, or an empty text
 *
 * Appends an empty paragraph of that height.
 */
void
bv_docx_append_space (GString *xml, double height, gboolean keep, const char *section)
{
  g_string_append_printf (xml,
                          "<w:p><w:pPr>%s<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" "
                          "w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr>"
                          "%s</w:pPr></w:p>",
                          keep ? "<w:keepNext/>" : "", bv_docx_twips (MAX (height, BV_DOCX_SMALLEST)),
                          section);
}

/**
 * bv_docx_style_name:
 * @style: a style
 *
 * Returns: its name in the file
 */
const char *
bv_docx_style_name (BvStyleId style)
{
  return names[style].id;
}

static void
append_paragraph_part (GString *xml, const BvStyle *style)
{
  double spacing = style->line_spacing > 0 ? style->line_spacing : 1;

  g_string_append_printf (xml,
                          "<w:pPr><w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" "
                          "w:lineRule=\"auto\"/>",
                          bv_docx_twips (style->before), bv_docx_twips (style->after),
                          (int) lround (240 * spacing));
  if (style->first_indent > 0)
    g_string_append_printf (xml, "<w:ind w:firstLine=\"%d\"/>", bv_docx_twips (style->first_indent));
  g_string_append_printf (xml, "<w:jc w:val=\"%s\"/></w:pPr>", aligns[style->align]);
}

static void
append_style (GString *xml, BvStyleId id)
{
  const BvStyle *style = bv_style_get (id);
  int half_points = lround (style->size * 2);

  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%s\">"
                          "<w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>",
                          names[id].id, names[id].title);
  append_paragraph_part (xml, style);
  g_string_append (xml, "<w:rPr>");
  if (style->bold)
    g_string_append (xml, "<w:b/><w:bCs/>");
  if (style->italic)
    g_string_append (xml, "<w:i/><w:iCs/>");
  g_string_append_printf (xml, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>", half_points,
                          half_points);
}

/**
 * bv_docx_write_styles:
 *
 * Returns: (transfer full): the part with a paragraph style for each of #BvStyleId
 */
char *
bv_docx_write_styles (void)
{
  GString *xml = g_string_new (
    BV_DOCX_HEAD
    "<w:styles " BV_DOCX_NAMESPACES "><w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"" BV_STYLE_FAMILY "\" w:eastAsia=\"" BV_STYLE_FAMILY "\" w:hAnsi=\"" BV_STYLE_FAMILY
    "\" w:cs=\"" BV_STYLE_FAMILY "\"/>"
    "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" "
    "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
    "<w:qFormat/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/></w:style>");

  for (BvStyleId id = 0; id < BV_N_STYLES; id++)
    append_style (xml, id);
  g_string_append (xml, "</w:styles>\n");
  return g_string_free (xml, FALSE);
}
