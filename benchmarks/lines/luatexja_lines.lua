-- Writes the lines of every paragraph that TeX breaks, one a row: where each character
-- begins from the line head, in scaled points. A row "paragraph" comes before each.

local out = io.open('lines.txt', 'w')

-- LuaTeX-ja packs each Japanese character in a box of its own.
local function holds_glyph(box)
  for item in node.traverse(box.head) do
    if item.id == node.id('glyph') then return true end
  end
  return false
end

local function write_line(line)
  local position, row = 0, {}
  for item in node.traverse(line.head) do
    local kind = node.type(item.id)
    if kind == 'glyph' or (kind == 'hlist' and item.head and holds_glyph(item)) then
      row[#row + 1] = string.format('%d', math.floor(position + 0.5))
    end
    if kind == 'glue' then
      position = position + node.effective_glue(item, line)
    elseif kind == 'kern' then
      position = position + item.kern
    elseif kind == 'hlist' or kind == 'glyph' then
      position = position + item.width
    end
  end
  out:write(table.concat(row, ' '), '\n')
end

luatexbase.add_to_callback('post_linebreak_filter', function(head, group)
  -- Running heads and the like are broken inside a group of their own.
  if group ~= '' then return true end
  out:write('paragraph\n')
  for line in node.traverse_id(node.id('hlist'), head) do write_line(line) end
  return true
end, 'write lines')

luatexbase.add_to_callback('stop_run', function() out:close() end, 'close lines')
